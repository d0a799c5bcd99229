using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Integration.Tests.Integration.Security;

/// <summary>What the product's own assemblies use, read from their metadata without loading them.</summary>
internal static class ProductAssemblies
{
    private static readonly string[] ForDevelopment = ["Integration.Tests.", "Integration.Sandbox", "Integration.LocalServers", "Integration.Run"];

    /// <summary>Every assembly of the services, by name; stand-ins and private servers for development and tests are none.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "Integration.*.dll").Where(file => !ForDevelopment.Any(Path.GetFileName(file).StartsWith)).Order(StringComparer.Ordinal)];

    /// <summary>The types of others that an assembly names, with their namespaces; those it makes by their constructor also as <c>new TYPE</c>.</summary>
    public static ImmutableHashSet<string> TypesUsedBy(string file)
    {
        using var stream = File.OpenRead(file);
        using var assembly = new PEReader(stream);
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(type => Name(metadata, type)), .. Made(metadata)];
    }

    private static IEnumerable<string> Made(MetadataReader metadata) => metadata.MemberReferences.Select(metadata.GetMemberReference)
        .Where(member => member.Parent.Kind == HandleKind.TypeReference && metadata.GetString(member.Name) == ".ctor")
        .Select(member => $"new {Name(metadata, (TypeReferenceHandle)member.Parent)}");

    private static string Name(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
