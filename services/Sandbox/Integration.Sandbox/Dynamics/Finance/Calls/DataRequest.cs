namespace Integration.Sandbox.Dynamics.Finance.Calls;

/// <summary>A call below <c>/data/</c>, on its own or a part of a batch.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path behind <c>/data/</c>, unescaped.</param>
/// <param name="Query">Query string with its question mark, or empty.</param>
/// <param name="IfMatch">Version that the caller wants to change.</param>
/// <param name="Prefer">Preferences.</param>
/// <param name="Body">Body.</param>
internal sealed record DataRequest(string Method, string Path, string Query, string? IfMatch, string? Prefer, byte[] Body)
{
    public bool IsRead => Method == "GET";
}
