using Integration.Mapping.Documents;

namespace Integration.Connectors.Ports;

/// <summary>A mapping document that a connector's port brings: from the canonical record to what the port writes. A pair may replace it.</summary>
/// <param name="Name">Its name, lane and direction: <c>products.toErp</c>, <c>customers.toStore</c>.</param>
/// <param name="Source">What it may read.</param>
/// <param name="Target">The fields that it may fill.</param>
/// <param name="Default">The built-in document, as JSON text.</param>
public sealed record MappingPort(string Name, IDocumentSchema Source, IDocumentSchema Target, string Default);
