namespace Integration.Run.Stack;

/// <summary>The folders of a stack's state.</summary>
internal sealed class StackFolders
{
    public StackFolders(StackOptions options)
    {
        Root = options.DataFolder;
        Secrets = Path.GetFullPath(Path.Combine(options.DataRoot, "secrets"));
        foreach (var folder in new[] { Root, Pairs, Secrets, Sandbox, Logs, Servers }) Directory.CreateDirectory(folder);
    }

    public string Root { get; }

    public string Pairs => Path.Combine(Root, "pairs");

    /// <summary>Secrets are shared by all stacks of a data root.</summary>
    public string Secrets { get; }

    public string Sandbox => Path.Combine(Root, "sandbox");

    public string Logs => Path.Combine(Root, "logs");

    public string Servers => Path.Combine(Root, "servers");
}
