# What stands in where a customer's file is silent.
name = the customer
you = You work in customer service, and this customer has just written to you.
