namespace Integration.Connectors.Looks;

/// <summary>One record that is watched.</summary>
/// <param name="Scope">The pair's name, or <see cref="OfConnection"/> for records that belong to a connection whatever its pairs.</param>
/// <param name="Entity">The canonical entity.</param>
/// <param name="Id">The outside system's id.</param>
internal readonly record struct LookKey(string Scope, string Entity, string Id)
{
    /// <summary>The scope of a connection's own records; no pair can be named so.</summary>
    public static string OfConnection(string connection) => $"connection:{connection}";
}
