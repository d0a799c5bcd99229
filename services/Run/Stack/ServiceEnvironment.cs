namespace Integration.Run.Stack;

/// <summary>Environment variables of a service process.</summary>
internal static class ServiceEnvironment
{
    private const string Prefix = "INTEGRATION_";

    public static IReadOnlyDictionary<string, string> For(
        IReadOnlyDictionary<string, string> settings, StackFolders folders, Uri url, IReadOnlyDictionary<string, string> extra)
    {
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = url.ToString().TrimEnd('/'),
            ["INTEGRATION_StopWithInput"] = "true",
        };
        foreach (var (key, value) in settings.Concat(Shared(folders))) environment[Prefix + key.Replace(":", "__", StringComparison.Ordinal)] = value;
        foreach (var (key, value) in extra) environment[key] = value;
        return environment;
    }

    /// <summary>Configuration that every service of a stack shares.</summary>
    public static IReadOnlyDictionary<string, string> Shared(StackFolders folders) => new Dictionary<string, string>
    {
        ["Pairs:Folder"] = $"{folders.Pairs};{Path.Combine(Repository.Root, "pairs")}",
        ["Secrets:Folder"] = folders.Secrets,
        ["Platform:DataFolder"] = folders.Root,
    };
}
