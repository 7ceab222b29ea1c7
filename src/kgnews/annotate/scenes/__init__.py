"""Who is where and with whom: the scope of each sentence, guests, speakers, talks, visits."""
