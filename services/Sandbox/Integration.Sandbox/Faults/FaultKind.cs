namespace Integration.Sandbox.Faults;

/// <summary>What a stand-in does instead of, before or after answering properly.</summary>
public enum FaultKind
{
    /// <summary>Answers with the rule's status and headers and an empty body; nothing is carried out.</summary>
    Status,

    /// <summary>Waits the rule's delay, then carries the request out and answers properly.</summary>
    Delay,

    /// <summary>Carries the request out at once; the proper answer comes after the delay.</summary>
    AnswerLate,

    /// <summary>Carries the request out; the answer never comes: the connection hangs for the delay and is then dropped.</summary>
    CommitThenTimeout,

    /// <summary>Drops the connection at once and carries the request out after the delay, as a server that did not notice.</summary>
    CommitLate,

    /// <summary>Drops the connection at once; nothing is carried out.</summary>
    Reset,

    /// <summary>The system is down: with status 0 the connection is dropped, else a proxy's HTML page with that status comes.</summary>
    Outage,

    /// <summary>Carries the request out and sends only the first half of the answer's body, as if it were whole.</summary>
    Malformed,

    /// <summary>Answers 500 with an HTML page, as a PHP fatal error or an IIS error page; nothing is carried out.</summary>
    Html500,

    /// <summary>The credentials are no longer accepted: the rule's status (403 when it is 0), empty body.</summary>
    Revoke,

    /// <summary>Answers with the rule's status (500 when it is 0) and an error that repeats the request's target, headers and body, as careless systems do; nothing is carried out.</summary>
    Echo,
}
