namespace Integration.Connectors.Ports;

/// <summary>How a probe's check came out.</summary>
public enum ProbeLevel
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Works, but less safely or completely than it could.</summary>
    Warning,

    /// <summary>The pair cannot go live like this.</summary>
    Failed,

    /// <summary>Could not be checked over this API; the assumption is named.</summary>
    NotChecked,
}
