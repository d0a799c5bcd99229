namespace Integration.Tests.Compliance.Erp;

/// <summary>What an ERP can be told to do with the next write.</summary>
public enum Trouble
{
    /// <summary>Ask for fewer calls for seven seconds; nothing is done.</summary>
    Throttle,

    /// <summary>Drop the connection; nothing is done.</summary>
    Reset,

    /// <summary>Carry the write out and never answer.</summary>
    CommitThenTimeout,

    /// <summary>Drop the connection and carry the write out a moment later.</summary>
    CommitLate,

    /// <summary>Answer with a server's error page; nothing is done.</summary>
    ErrorPage,

    /// <summary>Answer with half a body after carrying the write out.</summary>
    HalfAnAnswer,
}
