namespace Integration.Sandbox.Dynamics.DualWrite;

/// <summary>What can be switched while the copying runs (<c>POST /_sandbox/dual-write/settings</c>); after a restart it begins with its options again.</summary>
public sealed class DualWriteSettings
{
    /// <summary>
    /// Time until a change arrives. Zero: a change of Dataverse is carried through as a part of its write, one of Finance and Operations follows at once.
    /// </summary>
    public TimeSpan Lag { get; set; }
}
