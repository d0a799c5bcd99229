using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Integration.Tests.Integration.Security;

/// <summary>Bar S10, packages: everything may be used in a product that is sold, is pinned exactly and is audited.</summary>
[Trait("Bar", "S10")]
public sealed partial class PackageTests
{
    // Permissive, or weak copyleft by file: nothing that reaches over to what uses it. Expressions with a choice are listed as a whole.
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal) { "Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "Apache-2.0 OR MPL-2.0" };

    [Fact]
    public void Every_package_has_a_licence_from_the_list()
    {
        var packages = RestoredPackages.All();

        Assert.True(packages.Count > 20, $"only {packages.Count} packages were found");
        Assert.Empty(packages.Where(package => !IsAllowed(package)).Select(package => $"{package.Id} {package.Version}: {package.Licence}"));
    }

    [Fact]
    public void MassTransit_stays_below_its_commercial_version() => Assert.All(
        RestoredPackages.All().Where(package => package.Id.StartsWith("MassTransit", StringComparison.OrdinalIgnoreCase)), package => Assert.Null(Blocked(package)));

    [Theory]
    [InlineData("MassTransit", "9.0.0", "Apache-2.0")]
    [InlineData("masstransit.rabbitmq", "10.1.0-preview", "MIT")]
    [InlineData("Other", "1.0.0", "GPL-3.0-only")]
    [InlineData("Other", "1.0.0", "https://licence.example/")]
    [InlineData("Other", "1.0.0", "none")]
    public void Another_licence_or_version_would_be_refused(string id, string version, string licence) => Assert.False(IsAllowed(new RestoredPackage(id, version, licence)));

    [Fact]
    public void Every_package_is_pinned_exactly_and_restored_from_a_lock_file()
    {
        var central = File.ReadAllText(Path.Combine(RestoredPackages.Root, "Directory.Packages.props"));
        var pins = Version().Matches(central).Select(match => match.Groups[1].Value).ToList();

        Assert.True(pins.Count > 10, "no versions were found");
        Assert.All(pins, pin => Assert.Matches(@"^\[\d+\.\d+\.\d+\]$", pin));
        Assert.All(
            Directory.EnumerateFiles(RestoredPackages.Root, "*.csproj", SearchOption.AllDirectories).Where(project => !project.Contains($"{Path.DirectorySeparatorChar}addons{Path.DirectorySeparatorChar}", StringComparison.Ordinal)),
            project => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), $"{project} has no lock file"));
    }

    /// <summary>What NuGet knows of vulnerabilities breaks every build: the audit covers all packages, and nothing that it finds is let pass.</summary>
    [Fact]
    public void Known_vulnerabilities_break_the_build()
    {
        var build = File.ReadAllText(Path.Combine(RestoredPackages.Root, "Directory.Build.props"));

        Assert.Contains("<NuGetAudit>true</NuGetAudit>", build, StringComparison.Ordinal);
        Assert.Contains("<NuGetAuditMode>all</NuGetAuditMode>", build, StringComparison.Ordinal);
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", build, StringComparison.Ordinal);
        var settings = ((string[])["*.props", "*.csproj", "*.targets", "*.config", "*.slnx"])
            .SelectMany(kind => Directory.EnumerateFiles(RestoredPackages.Root, kind, SearchOption.AllDirectories)).Where(file => !IsBuilt(file));
        // NU1900 says that there was no list to look into, 1901 to 1904 that something is in it.
        Assert.All(settings, file => Assert.DoesNotMatch("NU190[1-9]|NuGetAuditSuppress|NuGetAuditLevel", File.ReadAllText(file)));
    }

    private static bool IsBuilt(string file) => file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin");

    private static bool IsAllowed(RestoredPackage package) => Blocked(package) is null && Allowed.Contains(package.Licence);

    private static string? Blocked(RestoredPackage package) =>
        package.Id.StartsWith("MassTransit", StringComparison.OrdinalIgnoreCase) && int.Parse(package.Version.Split('.')[0], CultureInfo.InvariantCulture) >= 9
            ? $"{package.Id} {package.Version} is commercial"
            : null;

    [GeneratedRegex(@"<PackageVersion Include=""[^""]+"" Version=""([^""]+)""")]
    private static partial Regex Version();
}
