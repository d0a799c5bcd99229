namespace Integration.Run.Stack;

/// <summary>Environment variables of a service process.</summary>
internal static class ServiceEnvironment
{
    private const string Prefix = "INTEGRATION_";
    private const string Urls = "ASPNETCORE_URLS";

    public static IReadOnlyDictionary<string, string> For(
        IReadOnlyDictionary<string, string> settings, StackFolders folders, Uri url, IReadOnlyDictionary<string, string> extra)
    {
        var environment = new Dictionary<string, string>
        {
            [Urls] = url.ToString().TrimEnd('/'),
            ["INTEGRATION_StopWithInput"] = "true",
        };
        foreach (var (key, value) in settings.Concat(Shared(folders))) environment[Prefix + key.Replace(":", "__", StringComparison.Ordinal)] = value;
        foreach (var (key, value) in extra) environment[key] = value;
        return environment;
    }

    /// <summary>The same at another address: of one more process of the service.</summary>
    public static IReadOnlyDictionary<string, string> At(IReadOnlyDictionary<string, string> environment, Uri url) =>
        new Dictionary<string, string>(environment) { [Urls] = url.ToString().TrimEnd('/') };

    /// <summary>Configuration that every service of a stack shares.</summary>
    public static IReadOnlyDictionary<string, string> Shared(StackFolders folders) => new Dictionary<string, string>
    {
        ["Pairs:Folder"] = $"{folders.Pairs};{Path.Combine(Repository.Root, "pairs")}",
        ["Secrets:Folder"] = folders.Secrets,
        ["Platform:DataFolder"] = folders.Root,
    };
}
