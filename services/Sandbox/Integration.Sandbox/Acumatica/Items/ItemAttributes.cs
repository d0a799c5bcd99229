using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Items;

/// <summary>
/// Attributes of an item: those of its class, no others. A check box takes 0 and 1, a combo box one of its value IDs,
/// a multi-select combo box value IDs with commas between.
/// </summary>
internal static class ItemAttributes
{
    public static void Check(Save save, Row item, Row group)
    {
        var values = item.Lines("Attributes");
        values.RemoveAll(value => !group.Lines("Attributes").Exists(kept => Same(kept.Text("AttributeID"), value.Text("AttributeID"))));
        foreach (var wanted in group.Lines("Attributes"))
        {
            if (save.Find("AttributeDefinition", wanted.Text("AttributeID")) is not { } definition)
            {
                continue;
            }

            var value = values.Find(kept => Same(kept.Text("AttributeID"), wanted.Text("AttributeID"))) ?? item.Add("Attributes");
            value.Set("AttributeID", definition.Text("AttributeID")).Set("AttributeDescription", definition.Text("Description")).Set("Required", wanted.Flag("Required"))
                .Set("IsActive", true).Set("RefNoteID", item.Id);
            if (!value.Has("Value"))
            {
                if (wanted.Flag("Required"))
                {
                    value.Fail("Value", $"'{definition.Text("Description")}' cannot be empty.");
                }

                value.Set("ValueDescription", null);
                continue;
            }

            Check(value, definition);
        }
    }

    private static void Check(Row value, Row definition)
    {
        var text = value.Text("Value");
        switch (definition.Text("ControlType"))
        {
            case "Combo" or "Multi Select Combo":
                var chosen = (definition.Text("ControlType") == "Combo" ? [text] : text.Split(',', StringSplitOptions.TrimEntries))
                    .Select(id => definition.Lines("Values").Find(allowed => Same(allowed.Text("ValueID"), id) && !allowed.Flag("Disabled"))).ToList();
                if (chosen.Contains(null))
                {
                    value.Fail("Value", $"'{definition.Text("Description")}' '{text}' cannot be found in the system.");
                    return;
                }

                value.Set("Value", string.Join(',', chosen.Select(allowed => allowed!.Text("ValueID"))))
                    .Set("ValueDescription", string.Join(',', chosen.Select(allowed => allowed!.Text("Description"))));
                break;
            case "Check Box" when text is not ("0" or "1"):
                value.Fail("Value", $"'{text}' is not one of the values allowed for '{definition.Text("Description")}'.");
                break;
            default:
                value.Set("ValueDescription", text);
                break;
        }
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
