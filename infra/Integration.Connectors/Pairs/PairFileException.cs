namespace Integration.Connectors.Pairs;

/// <summary>A pair file cannot be used. The pair is disabled, the process goes on.</summary>
/// <param name="file">The file.</param>
/// <param name="key">The key in it, such as <c>erp.settings.tenant</c>.</param>
/// <param name="problem">What is wrong, in plain words.</param>
/// <param name="fix">What to write instead.</param>
public sealed class PairFileException(string file, string key, string problem, string fix)
    : Exception($"{file}: {key}: {problem} {fix}")
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>The key in it.</summary>
    public string Key { get; } = key;

    /// <summary>What is wrong.</summary>
    public string Problem { get; } = problem;

    /// <summary>What to do.</summary>
    public string Fix { get; } = fix;
}
