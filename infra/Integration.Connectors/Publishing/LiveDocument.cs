namespace Integration.Connectors.Publishing;

/// <summary>A document as it counts now.</summary>
/// <param name="Name">Such as <c>orders.toErp</c> or <c>lookups.taxes</c>.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="File">The file, when it is one.</param>
/// <param name="Text">Its text.</param>
/// <param name="Version">Its version: a code table's is that of its history, 0 when it was never published.</param>
public sealed record LiveDocument(string Name, DocumentSource Source, string? File, string Text, int Version);
