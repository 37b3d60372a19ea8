window.YTD.lists_created.part0 = [ { "userListInfo" : { "url" : "https://twitter.com/vera_example/lists/bread" } } ]
