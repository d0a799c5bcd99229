namespace Integration.Run.Stack;

/// <summary>Where the built services lie in the checkout.</summary>
internal static class Repository
{
    /// <summary>The checkout's folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The built assembly of a project, in the same configuration as this command.</summary>
    public static string AssemblyOf(string projectFolder)
    {
        var output = Path.GetRelativePath(Path.Combine(Root, "services", "Run", "bin"), OutputFolder());
        return Path.Combine(Root, projectFolder, "bin", output, Path.GetFileName(projectFolder) + ".dll");
    }

    private static string OutputFolder()
    {
        var own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        // Tests run from their own output folder, which ends in the same configuration and framework.
        var framework = Path.GetFileName(own);
        var configuration = Path.GetFileName(Path.GetDirectoryName(own)!);
        return Path.Combine(Root, "services", "Run", "bin", configuration, framework);
    }

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)))
        {
            if (File.Exists(Path.Combine(folder, "Integration.sln"))) return folder;
        }

        throw new InvalidOperationException("Integration.sln was not found above this program: run it from a checkout.");
    }
}
