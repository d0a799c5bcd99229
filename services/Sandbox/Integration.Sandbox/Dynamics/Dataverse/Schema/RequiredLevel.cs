namespace Integration.Sandbox.Dynamics.Dataverse.Schema;

/// <summary>Whether a column must have a value.</summary>
internal enum RequiredLevel
{
    /// <summary>It need not.</summary>
    None,

    /// <summary>The forms insist on it; the API does not.</summary>
    Application,

    /// <summary>The platform insists on it.</summary>
    System,
}
