namespace Integration.Connectors.Flows;

/// <summary>Rules of a document that failed or stopped one record.</summary>
/// <param name="Document">The document's name in the pair, such as <c>orders.toErp</c>.</param>
/// <param name="Version">Its version, or empty when it could not be read.</param>
/// <param name="Stamp">What its text, and the lookups that it uses, are known by: with another one the count begins anew, and a pause ends.</param>
/// <param name="Rules">The rules' names.</param>
public sealed record RuleStop(string Document, string Version, string Stamp, IReadOnlyList<string> Rules);
