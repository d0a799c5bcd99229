namespace Integration.Run.Stack;

/// <summary>The configuration that one service of a stack gets, as environment variables.</summary>
internal sealed record ServiceSettings
{
    public required string Transport { get; init; }
    public string BrokerUri { get; init; } = "";
    public required string DatabaseProvider { get; init; }
    public string DatabaseConnection { get; init; } = "";
    public string? DatabaseSchema { get; init; }

    /// <summary>Configuration keys by the services' own names (<c>Section:Key</c>).</summary>
    public IReadOnlyDictionary<string, string?> ToConfiguration(StackFolders folders, Uri url)
    {
        var values = new Dictionary<string, string?>
        {
            ["urls"] = url.ToString().TrimEnd('/'),
            ["Messaging:Transport"] = Transport,
            ["Messaging:Uri"] = BrokerUri,
            ["Database:Provider"] = DatabaseProvider,
            ["Database:ConnectionString"] = DatabaseConnection,
            ["Pairs:Folder"] = folders.Pairs,
            ["Secrets:Folder"] = folders.Secrets,
            ["Data:Folder"] = folders.Root,
        };
        if (DatabaseSchema is not null) values["Database:Schema"] = DatabaseSchema;
        return values;
    }
}
