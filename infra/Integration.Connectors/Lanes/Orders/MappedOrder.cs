using System.Text.Json.Nodes;
using Integration.Contracts.Operations;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>A mapped order, or why it could not be mapped.</summary>
/// <param name="Document">The ERP's document; null when there are problems.</param>
/// <param name="Class">The attention class of the problems.</param>
/// <param name="Problems">Every problem, in plain words.</param>
/// <param name="Version">Version of the mapping document, when it could be read.</param>
internal sealed record MappedOrder(JsonObject? Document, string Class, IReadOnlyList<Reason> Problems, int? Version = null);
