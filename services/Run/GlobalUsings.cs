global using static System.Console;
