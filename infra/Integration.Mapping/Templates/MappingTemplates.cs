using Integration.Mapping.Reading;

namespace Integration.Mapping.Templates;

/// <summary>
/// The shipped templates: mapping documents whose rules a merchant copies into the documents of a pair. docs/guides/mapping-recipes.md
/// shows what each makes of an order.
/// </summary>
public static class MappingTemplates
{
    private const string Folder = "Templates/";

    /// <summary>Their names, such as <c>currency.order</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(MappingTemplates).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..]).Order(StringComparer.Ordinal)];

    /// <summary>The text of a template.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static string Read(string name) => EmbeddedText.Read(Folder + name);
}
