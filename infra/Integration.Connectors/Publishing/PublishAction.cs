namespace Integration.Connectors.Publishing;

/// <summary>How a text came into the history.</summary>
public enum PublishAction
{
    /// <summary>It was published.</summary>
    Published,

    /// <summary>It repeats an earlier text under a new version.</summary>
    RolledBack,

    /// <summary>It was written by hand and stood there when the next one was published.</summary>
    Found,
}
