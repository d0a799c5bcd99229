namespace Integration.Console.Access;

/// <summary>Who reaches the console, and how long it remembers. Configuration section <c>Console</c>.</summary>
public sealed class ConsoleOptions
{
    /// <summary>True when a proxy in front terminates TLS and passes requests on in plain HTTP; then an API key is needed on every address.</summary>
    public bool TlsInFront { get; set; }

    /// <summary>After how many days timeline entries and settled attention entries are deleted. 1 to 3650; default 90.</summary>
    public int KeepDays { get; set; } = 90;

    /// <summary>Most records per second that one bulk retry sends again. 1 to 1000; default 20.</summary>
    public int RetriesPerSecond { get; set; } = 20;
}
