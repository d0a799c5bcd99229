namespace Integration.Tests.Integration.Console;

public sealed class MemoryDeadLetters() : DeadLetterTests(null, null);
