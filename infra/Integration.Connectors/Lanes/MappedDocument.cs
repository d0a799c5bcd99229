using System.Text.Json.Nodes;
using Integration.Contracts.Operations;

namespace Integration.Connectors.Lanes;

/// <summary>A mapped record, or why it could not be mapped.</summary>
/// <param name="Document">What the port writes; null when there are problems.</param>
/// <param name="Class">The attention class of the problems.</param>
/// <param name="Problems">Every problem, in plain words.</param>
/// <param name="Version">Version of the mapping document, when it could be read.</param>
internal sealed record MappedDocument(JsonObject? Document, string Class, IReadOnlyList<Reason> Problems, int? Version = null);
