namespace Integration.Run.Stack;

/// <summary>The folders of a stack's state.</summary>
internal sealed class StackFolders
{
    public StackFolders(string root)
    {
        Root = root;
        foreach (var folder in new[] { root, Pairs, Secrets, Sandbox, Logs, Servers }) Directory.CreateDirectory(folder);
    }

    public string Root { get; }

    public string Pairs => Path.Combine(Root, "pairs");

    public string Secrets => Path.Combine(Root, "secrets");

    public string Sandbox => Path.Combine(Root, "sandbox");

    public string Logs => Path.Combine(Root, "logs");

    public string Servers => Path.Combine(Root, "servers");
}
