using System.Text.Json;
using System.Text.RegularExpressions;

namespace Integration.Tests.Integration.Security;

/// <summary>The packages that the repository's projects were restored with, as NuGet wrote them down.</summary>
internal static partial class RestoredPackages
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = Up(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Every package of every project, its own and those that come with them.</summary>
    public static IReadOnlyList<RestoredPackage> All()
    {
        var projects = ((string[])["contracts", "infra", "services", "tests"])
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)).ToList();
        return [.. projects.SelectMany(OfProject).DistinctBy(package => (package.Id, package.Version)).OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase)];
    }

    private static List<RestoredPackage> OfProject(string project)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "obj", "project.assets.json")));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package").Select(library =>
        {
            var name = library.Name.Split('/');
            var folder = folders.Select(place => Path.Combine(place, library.Value.GetProperty("path").GetString()!)).First(Directory.Exists);
            return new RestoredPackage(name[0], name[1], Licence(File.ReadAllText(Directory.EnumerateFiles(folder, "*.nuspec").Single())));
        })];
    }

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
