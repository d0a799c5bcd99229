using System.Text.Json;
using System.Text.RegularExpressions;

namespace Integration.Tests.Integration.Security;

/// <summary>The packages that the repository's projects were restored with, by their lock files.</summary>
internal static partial class RestoredPackages
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = Up(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Every package of every project, its own and those that come with them, with the licence of its manifest.</summary>
    public static IReadOnlyList<RestoredPackage> All()
    {
        var folders = Folders();
        return [.. ((string[])["contracts", "infra", "services", "tests"])
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "packages.lock.json", SearchOption.AllDirectories))
            .SelectMany(OfLock).Distinct().OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase)
            .Select(package => new RestoredPackage(package.Id, package.Version, Licence(folders, package.Id, package.Version)))];
    }

    private static List<(string Id, string Version)> OfLock(string file)
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(file));
        return [.. locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(target => target.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project").Select(package => (package.Name, package.Value.GetProperty("resolved").GetString()!))];
    }

    private static List<string> Folders()
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "tests", "Integration", "obj", "project.assets.json")));
        return [.. assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
    }

    private static string Licence(List<string> folders, string id, string version) =>
        folders.Select(folder => Path.Combine(folder, id.ToLowerInvariant(), version)).FirstOrDefault(Directory.Exists) is { } place
            ? Licence(File.ReadAllText(Directory.EnumerateFiles(place, "*.nuspec").Single()))
            : "not restored here";

    // Only the two elements that matter, as text: documents of others are not read as XML here either.
    private static string Licence(string nuspec) => Expression().Match(nuspec) is { Success: true } expression ? expression.Groups[1].Value
        : Address().Match(nuspec) is { Success: true } address ? address.Groups[1].Value
        : "none";

    private static string Up(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Integration.sln")) ? folder.FullName : Up(folder.Parent ?? throw new DirectoryNotFoundException("The repository was not found above the tests."));

    [GeneratedRegex(@"<license type=""expression"">\s*([^<]+?)\s*</license>")]
    private static partial Regex Expression();

    [GeneratedRegex(@"<licenseUrl>\s*([^<]+?)\s*</licenseUrl>")]
    private static partial Regex Address();
}
