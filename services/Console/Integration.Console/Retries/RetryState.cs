namespace Integration.Console.Retries;

/// <summary>Where a bulk retry stands.</summary>
public enum RetryState
{
    /// <summary>Collects the entries that it is about.</summary>
    Claiming,

    /// <summary>Sends them on, a batch at a time.</summary>
    Sending,

    /// <summary>Through.</summary>
    Done,

    /// <summary>Stopped by a person; what was sent stays sent.</summary>
    Cancelled,
}
