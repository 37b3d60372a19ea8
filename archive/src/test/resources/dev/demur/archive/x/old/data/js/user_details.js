var user_details =  {
  "screen_name" : "vera_old",
  "location" : "Ghent",
  "full_name" : "Vera Example",
  "bio" : "Bread",
  "id" : "1300000000000000001",
  "created_at" : "2009-01-01 00:00:00 +0000"
}
