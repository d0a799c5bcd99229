namespace Integration.Console.Attention;

/// <summary>What came of pressing retry, keep or done.</summary>
internal enum RetryOutcome
{
    /// <summary>Done as asked.</summary>
    Acted,

    /// <summary>No such entry.</summary>
    NotFound,

    /// <summary>Somebody else acted first, or it settled meanwhile.</summary>
    Superseded,

    /// <summary>This kind of entry cannot be retried.</summary>
    CannotRetry,

    /// <summary>There is nothing to decide about this kind of entry.</summary>
    CannotDecide,

    /// <summary>The broker no longer holds the message that was to be put back.</summary>
    Gone,
}
