window.YTD.saved_search.part0 = [ { "savedSearch" : { "savedSearchId" : "1", "query" : "sourdough" } } ]
