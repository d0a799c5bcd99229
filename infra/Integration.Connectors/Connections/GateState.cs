namespace Integration.Connectors.Connections;

/// <summary>States of a connection, by the words of <see cref="Contracts.Operations.ConnectionReported.State"/>.</summary>
internal enum GateState
{
    Open,

    /// <summary>Throttled or unavailable; resumes by itself.</summary>
    Paused,

    /// <summary>Refused; probed rarely, or resumed by an operator.</summary>
    Denied,

    /// <summary>Stopped by an operator.</summary>
    Stopped,
}
