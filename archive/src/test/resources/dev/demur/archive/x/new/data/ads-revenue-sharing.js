window.YTD.ads_revenue_sharing.part0 = [ { "adsRevenueSharing" : { "payoutHistory" : [ { "amount" : "12.00", "currency" : "EUR" } ] } } ]
