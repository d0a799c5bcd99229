using Integration.Mapping.Conversions.Addresses;
using Integration.Mapping.Jsonata;

namespace Integration.Mapping.Conversions.Names;

/// <summary><c>name</c>: one part of a person's whole name. Every word stands in exactly one part.</summary>
public sealed record NameConversion : Conversion
{
    /// <summary>The part that this rule writes.</summary>
    public NamePart Part { get; init; }

    /// <summary>The person's country, in any form; null: not known.</summary>
    public JsonataExpression? Country { get; init; }

    /// <summary>Which name comes first.</summary>
    public NameOrder Order { get; init; }

    /// <summary>Words of the family name, particles not counted; null: as the country has it.</summary>
    public int? FamilyNames { get; init; }

    /// <summary>A single name is a given name, not a family name.</summary>
    public bool SingleIsFirst { get; init; }

    internal override IEnumerable<JsonataExpression> Arguments => Country is null ? [] : [Country];

    internal override object? Convert(object value, ConversionContext context)
    {
        var country = Country is null ? null : Countries.Find(context.Text(Country))?.Code;
        var name = PersonName.Split(Given.Text(value), new NameRule(Order, FamilyNames, SingleIsFirst, country));
        return Part switch
        {
            NamePart.Title => name.Title,
            NamePart.First => name.First,
            NamePart.Suffix => name.Suffix,
            _ => name.Last,
        };
    }
}
