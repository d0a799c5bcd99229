using Integration.Mapping.Reading;

namespace Integration.Mapping.Conversions.Names;

/// <summary>Reads the conversion of names.</summary>
internal static class NameReader
{
    public static NameConversion Name(StrictObject convert) => new()
    {
        Part = convert.Word("part", true, "title", "first", "last", "suffix") switch
        {
            "title" => NamePart.Title,
            "first" => NamePart.First,
            "suffix" => NamePart.Suffix,
            _ => NamePart.Last,
        },
        Country = convert.Expression("country"),
        Order = convert.Word("order", false, "auto", "givenFirst", "familyFirst") switch
        {
            "givenFirst" => NameOrder.GivenFirst,
            "familyFirst" => NameOrder.FamilyFirst,
            _ => NameOrder.Auto,
        },
        FamilyNames = convert.Number("familyNames", 1, 5),
        SingleIsFirst = convert.Word("single", false, "last", "first") == "first",
    };
}
