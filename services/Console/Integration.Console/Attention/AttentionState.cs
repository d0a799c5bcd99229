namespace Integration.Console.Attention;

/// <summary>Where an entry of the attention list stands.</summary>
public enum AttentionState
{
    /// <summary>Waits for a person.</summary>
    Open,

    /// <summary>Sent again; settles or opens again by what comes of it.</summary>
    Retrying,

    /// <summary>Done.</summary>
    Settled,
}
