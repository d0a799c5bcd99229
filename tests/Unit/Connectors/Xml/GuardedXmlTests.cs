using System.Text;
using Integration.Connectors.Xml;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Xml;

[Trait("Bar", "S7")]
public sealed class GuardedXmlTests
{
    [Fact]
    public void Elements_come_in_order_with_their_attributes_and_ends()
    {
        var parts = Read("""<?xml version="1.0"?><!-- c --><e:a xmlns:e="urn:x" Name="1"><b Name="2"/><c>text</c></e:a>""");

        Assert.Equal(["a 1", "b 2", "c ", "/c", "/a"], parts);
    }

    [Theory]
    [InlineData("""<!DOCTYPE a [<!ENTITY x "1"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;">]><a>&y;</a>""")]
    [InlineData("""<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>""")]
    [InlineData("""<!DOCTYPE a SYSTEM "http://127.0.0.1:1/outside.dtd"><a/>""")]
    [InlineData("<a><b></a>")]
    [InlineData("{}")]
    [InlineData("")]
    public void Bombs_outside_entities_outside_document_types_and_what_is_no_XML_are_refused(string document) => Assert.Throws<InvalidDataException>(() => Read(document));

    [Fact]
    public void What_is_too_long_is_not_read_to_its_end() =>
        Assert.Throws<InvalidDataException>(() => Read($"<a>{string.Concat(Enumerable.Repeat("<b/>", 1000))}</a>", mostCharacters: 500));

    [Fact]
    public void A_refusal_shows_nothing_of_the_document() =>
        Assert.DoesNotContain("secret", Assert.Throws<InvalidDataException>(() => Read("<a><secret></a>")).Message, StringComparison.Ordinal);

    private static List<string> Read(string document, long mostCharacters = 10_000)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(document));
        return [.. GuardedXml.Elements(stream, mostCharacters).Select(part => part.IsEnd ? $"/{part.Name}" : $"{part.Name} {part["Name"]}")];
    }
}
