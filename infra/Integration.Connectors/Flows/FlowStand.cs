using Integration.Mapping.Flows;

namespace Integration.Connectors.Flows;

/// <summary>The flow document that counts for a pair now.</summary>
/// <param name="Document">The document: the pair's newest usable one, or the shipped one, which lets every order pass.</param>
/// <param name="Problem">Why the newest text cannot be used; empty when it can.</param>
/// <param name="IsUsable">False when the pair names a document and no usable text of it is known: then orders are held.</param>
/// <param name="Stamp">What the document's text is known by.</param>
public sealed record FlowStand(FlowDocument Document, string Problem, bool IsUsable, string Stamp);
