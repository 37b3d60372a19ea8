window.__THAR_CONFIG = {
  "userInfo" : { "accountId" : "1300000000000000001", "userName" : "vera_example", "displayName" : "Vera Example" },
  "archiveInfo" : { "sizeBytes" : "99", "generationDate" : "2026-02-01T00:00:00.000Z", "isPartialArchive" : false },
  "dataTypes" : {
    "tweets" : { "files" : [ { "fileName" : "data/tweets.js", "globalName" : "YTD.tweets.part0", "count" : "7" },
      { "fileName" : "data/tweets-part1.js", "globalName" : "YTD.tweets.part1", "count" : "1" },
      { "fileName" : "data/tweets-part2.js", "globalName" : "YTD.tweets.part2", "count" : "3" } ] },
    "moment" : { "files" : [ { "fileName" : "data/moment.js", "globalName" : "YTD.moment.part0", "count" : "0" } ] }
  }
}
