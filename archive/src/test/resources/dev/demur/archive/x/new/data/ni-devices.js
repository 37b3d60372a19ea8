window.YTD.ni_devices.part0 = [ { "niDeviceResponse" : { "messagingDevice" : { "phoneNumber" : "+15550111", "createdDate" : "2020.08.01", "udid" : "udid-do-not-keep" } } } ]
