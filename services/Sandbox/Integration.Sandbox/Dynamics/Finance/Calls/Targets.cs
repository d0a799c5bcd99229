namespace Integration.Sandbox.Dynamics.Finance.Calls;

/// <summary>Takes the target of a request apart.</summary>
internal static class Targets
{
    private const string Root = "/data/";

    /// <summary>The unescaped path behind <c>/data/</c> and the query string. A target may be whole, begin at the root, or be relative to the service.</summary>
    public static (string Path, string Query) Split(string target)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = mark < 0 ? (target, "") : (target[..mark], target[mark..]);
        if (path.Contains("://", StringComparison.Ordinal))
        {
            path = path[path.IndexOf('/', path.IndexOf("://", StringComparison.Ordinal) + 3)..];
        }

        path = path == "/data" ? "" : path.StartsWith(Root, StringComparison.OrdinalIgnoreCase) ? path[Root.Length..] : path;
        return (Uri.UnescapeDataString(path), query);
    }
}
