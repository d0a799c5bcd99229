namespace Integration.Connectors.Pairs;

/// <summary>Where the pair files are. Configuration section <c>Pairs</c>.</summary>
public sealed class PairsOptions
{
    /// <summary>The folder with one <c>*.json</c> file per pair; several are separated by semicolons. Default <c>pairs</c> under the working folder.</summary>
    public string Folder { get; set; } = "pairs";
}
