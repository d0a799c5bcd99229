namespace Integration.Mapping.Jsonata.Syntax;

/// <summary>A regular expression literal.</summary>
internal sealed class RegexNode(int position, string pattern, bool ignoreCase, bool multiline) : Node(position)
{
    public string Pattern => pattern;

    public bool IgnoreCase => ignoreCase;

    public bool Multiline => multiline;
}
