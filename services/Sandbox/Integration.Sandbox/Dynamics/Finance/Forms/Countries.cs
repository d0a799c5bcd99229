namespace Integration.Sandbox.Dynamics.Finance.Forms;

/// <summary>Countries of the environment: an address names them by their three letters.</summary>
internal static class Countries
{
    private static readonly Dictionary<string, string> IsoById = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ARE"] = "AE", ["ARG"] = "AR", ["AUS"] = "AU", ["AUT"] = "AT", ["BEL"] = "BE", ["BGR"] = "BG", ["BRA"] = "BR", ["CAN"] = "CA", ["CHE"] = "CH", ["CHN"] = "CN",
        ["CYP"] = "CY", ["CZE"] = "CZ", ["DEU"] = "DE", ["DNK"] = "DK", ["ESP"] = "ES", ["EST"] = "EE", ["FIN"] = "FI", ["FRA"] = "FR", ["GBR"] = "GB", ["GRC"] = "GR",
        ["HRV"] = "HR", ["HUN"] = "HU", ["IND"] = "IN", ["IRL"] = "IE", ["ISL"] = "IS", ["ISR"] = "IL", ["ITA"] = "IT", ["JPN"] = "JP", ["KOR"] = "KR", ["LTU"] = "LT",
        ["LUX"] = "LU", ["LVA"] = "LV", ["MEX"] = "MX", ["MLT"] = "MT", ["NLD"] = "NL", ["NOR"] = "NO", ["NZL"] = "NZ", ["POL"] = "PL", ["PRT"] = "PT", ["ROU"] = "RO",
        ["SGP"] = "SG", ["SVK"] = "SK", ["SVN"] = "SI", ["SWE"] = "SE", ["TUR"] = "TR", ["UKR"] = "UA", ["USA"] = "US", ["ZAF"] = "ZA",
    };

    /// <summary>
    /// Checks the country of an address and completes it by its other code: <c>…CountryRegionId</c> has three letters, <c>…CountryRegionISOCode</c> two.
    /// An address without a country is refused.
    /// </summary>
    /// <param name="entry">The write.</param>
    /// <param name="prefix">What the names of the address's properties begin with, such as <c>DeliveryAddress</c>.</param>
    public static void Check(Entry entry, string prefix)
    {
        var (id, iso) = ($"{prefix}CountryRegionId", $"{prefix}CountryRegionISOCode");
        var row = entry.Row;
        if (entry.Sends(iso) && !entry.Sends(id))
        {
            row.Set(id, IsoById.FirstOrDefault(country => country.Value.Equals(row.Text(iso), StringComparison.OrdinalIgnoreCase)).Key ?? row.Text(iso));
        }

        entry.Code(id, "Country/region", "Countries/regions", IsoById.Keys);
        row.Set(iso, IsoById.GetValueOrDefault(row.Text(id)));
        if (row.Text(id).Length == 0 && ((string[])["Street", "City", "ZipCode"]).Any(part => entry.Sends(prefix + part)))
        {
            throw entry.Refuse("Field 'Country/region' must be filled in.");
        }
    }
}
