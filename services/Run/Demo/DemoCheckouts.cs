using System.Text.Json.Nodes;

namespace Integration.Run.Demo;

/// <summary>The baskets that a demo run takes through the sandbox shop's checkout. The same run and index always give the same basket.</summary>
internal static class DemoCheckouts
{
    private static readonly (string First, string Last, string Street, string City, string State, string Zip, string Country, string Phone)[] People =
    [
        ("Ada", "Lovelace", "12 Analytical Way", "New York", "NY", "10001", "US", "+1 212 555 0101"),
        ("Łukasz", "Żółć", "ul. Świętokrzyska 31/33", "Łódź", "łódzkie", "90-001", "PL", "+48 42 555 01 02"),
        ("Jürgen", "Größl", "Königsallee 7", "Düsseldorf", "Nordrhein-Westfalen", "40212", "DE", "+49 211 5550103"),
        ("李", "小龍", "中关村大街 27 号", "北京", "", "100080", "CN", "+86 10 5555 0104"),
        ("Émilie", "O'Neill-Brûlé", "99 Rue Saint-Paul", "Montréal", "QC", "H2Y 1Z5", "CA", "+1 514 555 0105"),
        ("Grace", "Hopper", "1 Cobol Court", "Arlington", "VA", "22201", "US", "+1 703 555 0106"),
    ];

    private static readonly string[] Ordinary = ["MUG-02", "TEE-BLU-L", "CHAIR-01", "MON-27", "PEN-10", "NOTE-A5", "BOOK-łÓDŹ", "LAMP-ZÜRICH", "CABLE-USB-C", "HUB-7P", "MOUSE-01", "KB-US", "KB-DE", "BAG-15"];

    /// <summary>Marks the customers of a run: every e-mail address of it ends so.</summary>
    public static string Domain(string run) => $"{run}.demo.example";

    public static JsonObject For(string run, int index, DemoKind kind)
    {
        var person = People[index % People.Length];
        var known = index % 3 == 0;
        var address = new JsonObject
        {
            ["firstname"] = person.First,
            ["lastname"] = person.Last,
            ["street"] = person.Street,
            ["city"] = person.City,
            ["state"] = person.State,
            ["zipcode"] = person.Zip,
            ["country"] = person.Country,
            ["phone"] = person.Phone,
        };
        var checkout = new JsonObject
        {
            // Known customers order again and again with one address; each guest comes once.
            ["customer"] = new JsonObject
            {
                ["email"] = known ? $"known{index % 4}@{Domain(run)}" : $"guest{index}@{Domain(run)}",
                ["guest"] = !known,
            },
            ["billing"] = address,
            ["lines"] = Lines(index, kind),
            ["shippingMethod"] = index % 5 == 0 ? "Local pickup" : "Courier",
            ["paymentMethod"] = "Stripe",
            ["payment"] = kind switch
            {
                DemoKind.Unpaid => "Awaiting",
                // What is paid cannot be made cheaper in the ERP without giving money back first.
                DemoKind.PartlyCaptured or DemoKind.Amended => "Authorized",
                DemoKind.PartlyRefunded or DemoKind.Returned => "Paid",
                _ => index % 7 == 2 ? "Authorized" : "Paid",
            },
            ["notes"] = index % 6 == 1 ? "Bitte klingeln,\nzweiter Stock. 谢谢 🎁" : "",
        };
        if (kind == DemoKind.Unpaid) checkout["paymentMethod"] = "Phone Ordering";
        if (index % 4 == 1 && kind is DemoKind.Good) checkout["coupon"] = index % 8 == 1 ? "SAVE10" : "FLAT5";
        if (index % 5 == 2) checkout["currency"] = "EUR";
        if (kind == DemoKind.DoesNotAddUp) checkout["breakTotalBy"] = 7.77m;
        return checkout;
    }

    private static JsonArray Lines(int index, DemoKind kind)
    {
        static JsonObject Line(string sku, int quantity, JsonObject? options = null)
        {
            var line = new JsonObject { ["sku"] = sku, ["quantity"] = quantity };
            if (options is not null) line["options"] = options;
            return line;
        }

        switch (kind)
        {
            case DemoKind.UnknownSku:
                return [Line("MUG-02", 1), Line("NOT-IN-ERP", 2)];
            case DemoKind.Held or DemoKind.CancelledBeforeErp:
                return [Line("CAM-4K", 5), Line("DESK-01", 6)];
            case DemoKind.Amended:
                return [Line("MUG-02", 3), Line("PEN-10", 2)];
            case DemoKind.TwoParcels:
                return [Line("MON-27", 1), Line("MUG-02", 4)];
            default:
                var lines = new JsonArray();
                for (var line = 0; line <= index % 4; line++) lines.Add(Line(Ordinary[(index + (line * 5)) % Ordinary.Length], 1 + ((index + line) % 3)));
                return lines;
        }
    }
}
