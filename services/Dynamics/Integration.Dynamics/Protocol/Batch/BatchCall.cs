using System.Text.Json.Nodes;

namespace Integration.Dynamics.Protocol.Batch;

/// <summary>One call of a change set.</summary>
/// <param name="Method">POST, PATCH or DELETE.</param>
/// <param name="Target">Path and query relative to the environment's address; <c>$1/…</c> for what belongs to the record that the first call makes.</param>
/// <param name="Body">The body, or null.</param>
/// <param name="Headers">Headers beside the usual ones, or null.</param>
internal sealed record BatchCall(HttpMethod Method, string Target, JsonObject? Body, IReadOnlyDictionary<string, string>? Headers = null);
