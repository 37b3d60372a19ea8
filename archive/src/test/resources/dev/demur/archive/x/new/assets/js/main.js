var ui = 1;
