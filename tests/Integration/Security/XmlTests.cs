using System.Xml;
using System.Xml.Linq;
using Xunit;

namespace Integration.Tests.Integration.Security;

/// <summary>
/// Bar S7: a bomb, an outside entity or an outside DTD needs an XML reader, and the product has one, without document types and resolver (<c>GuardedXml</c>, whose tests are beside it). Whoever
/// brings another one turns this red.
/// </summary>
[Trait("Bar", "S7")]
public sealed class XmlTests
{
    // Writes and reads durations of ISO 8601, and no documents.
    private const string Durations = "System.Xml.XmlConvert";

    private static readonly string[] Guarded = ["System.Xml.XmlReader", "System.Xml.XmlReaderSettings", "System.Xml.DtdProcessing", "System.Xml.XmlResolver", "System.Xml.XmlNodeType", "System.Xml.XmlException"];

    [Fact]
    public void Nothing_of_the_product_reads_XML_but_its_guarded_reader()
    {
        Assert.True(ProductAssemblies.Files.Count >= 8, $"only {string.Join(", ", ProductAssemblies.Files)}");
        foreach (var file in ProductAssemblies.Files)
        {
            var used = ProductAssemblies.TypesUsedBy(file).Where(IsXml);
            Assert.Empty(Path.GetFileNameWithoutExtension(file) == "Integration.Connectors" ? used.Except(Guarded) : used);
        }

    }

    [Fact]
    public void A_reader_of_XML_would_be_seen()
    {
        using var reader = XmlReader.Create(new StringReader(new XElement("x").ToString()));
        Assert.True(reader.Read());

        Assert.Contains(ProductAssemblies.TypesUsedBy(typeof(XmlTests).Assembly.Location), IsXml);
    }

    private static bool IsXml(string type) => type != Durations
        && (type.StartsWith("System.Xml.", StringComparison.Ordinal) || type.StartsWith("System.Runtime.Serialization.DataContract", StringComparison.Ordinal)
            || type is "System.Data.DataSet" or "System.Data.DataTable" or "System.Security.Cryptography.Xml.SignedXml");
}
