namespace Integration.Connectors.Pairs;

/// <summary>Whether a pair writes.</summary>
public enum PairMode
{
    /// <summary>Reads, maps, validates and shows the exact calls; writes nothing. Every new pair starts so.</summary>
    Observe,

    /// <summary>Writes.</summary>
    Live,
}
