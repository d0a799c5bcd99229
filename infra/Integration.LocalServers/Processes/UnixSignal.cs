namespace Integration.LocalServers.Processes;

/// <summary>The signals used here; their numbers are the same on every Unix.</summary>
internal enum UnixSignal
{
    /// <summary>Asks only whether the process exists.</summary>
    None = 0,

    /// <summary>PostgreSQL: stop now in good order, without waiting for clients.</summary>
    Interrupt = 2,

    /// <summary>PostgreSQL: end at once, the workers too; the next start recovers from the log.</summary>
    Quit = 3,

    /// <summary>Ends without a chance to tidy up.</summary>
    Kill = 9,

    /// <summary>RabbitMQ: stop in good order.</summary>
    Terminate = 15,
}
