using System.Collections.Immutable;
using System.Text.Json;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Lottie;

/// <summary>Outlines and paints as Lottie's shapes.</summary>
internal static class Shapes
{
    /// <summary>One group for each shape, the topmost first.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<Shape> shapes)
    {
        json.WriteStartArray("shapes");
        for (var i = shapes.Length - 1; i >= 0; i--)
        {
            json.WriteStartObject();
            json.WriteString("ty", "gr");
            json.WriteStartArray("it");
            foreach (var contour in shapes[i].Outline.Contours) WriteContour(json, contour);
            if (shapes[i] is { Line: { } line, LineWidth: > 0 }) WritePaint(json, line, shapes[i].LineWidth);
            if (shapes[i].Fill is { } fill) WritePaint(json, fill, null);
            WriteNoTransform(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Vertices with their handles, which Lottie tells relative to the vertex.
    private static void WriteContour(Utf8JsonWriter json, Contour contour)
    {
        var vertices = new List<(Point At, Point In, Point Out)> { (contour.Start, default, default) };
        foreach (var (first, second, end) in contour.Curves)
        {
            vertices[^1] = vertices[^1] with { Out = first - vertices[^1].At };
            vertices.Add((end, second - end, default));
        }

        // A closed line comes back to where it began: that is one vertex, not two.
        if (contour.Closed && vertices.Count > 2 && Near(vertices[^1].At, vertices[0].At))
        {
            vertices[0] = vertices[0] with { In = vertices[^1].In };
            vertices.RemoveAt(vertices.Count - 1);
        }

        json.WriteStartObject();
        json.WriteString("ty", "sh");
        json.WriteStartObject("ks");
        json.WriteNumber("a", 0);
        json.WriteStartObject("k");
        json.WriteBoolean("c", contour.Closed);
        WritePoints("v", vertices.Select(vertex => vertex.At));
        WritePoints("i", vertices.Select(vertex => vertex.In));
        WritePoints("o", vertices.Select(vertex => vertex.Out));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();

        void WritePoints(string name, IEnumerable<Point> points)
        {
            json.WriteStartArray(name);
            foreach (var (x, y) in points) json.WriteArray([x, y]);
            json.WriteEndArray();
        }
    }

    /// <param name="width">The line's width; null for a filling.</param>
    private static void WritePaint(Utf8JsonWriter json, Paint paint, float? width)
    {
        json.WriteStartObject();
        json.WriteString("ty", (paint is Solid ? "" : "g") + (width is null ? paint is Solid ? "fl" : "f" : paint is Solid ? "st" : "s"));
        switch (paint)
        {
            case Solid(var color):
                json.WriteValue("o", color.A / 2.55f);
                WriteColor(json, color);
                break;
            case Linear(var from, var to, var stops):
                json.WriteNumber("t", 1);
                WriteGradient(json, from, to, stops);
                break;
            case Radial(var center, var radius, var stops):
                json.WriteNumber("t", 2);
                WriteGradient(json, center, center + new Point(radius, 0), stops);
                json.WriteValue("h", 0);
                json.WriteValue("a", 0);
                break;
        }

        if (width is { } wide)
        {
            json.WriteValue("w", wide);
            json.WriteNumber("lc", 2);
            json.WriteNumber("lj", 2);
        }
        else
        {
            json.WriteNumber("r", 1);
        }

        json.WriteEndObject();
    }

    private static void WriteColor(Utf8JsonWriter json, Rgba color)
    {
        json.WriteStartObject("c");
        json.WriteNumber("a", 0);
        json.WriteStartArray("k");
        foreach (var channel in new[] { color.R, color.G, color.B }) json.WriteNumberValue(Share(channel));
        json.WriteNumberValue(1);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Places with their colours, and after them, where something shines through, places with their opacities.
    private static void WriteGradient(Utf8JsonWriter json, Point from, Point to, ImmutableArray<Stop> stops)
    {
        json.WriteValue("o", 100);
        json.WriteValue("s", from.X, from.Y);
        json.WriteValue("e", to.X, to.Y);
        json.WriteStartObject("g");
        json.WriteNumber("p", stops.Length);
        json.WriteStartObject("k");
        json.WriteNumber("a", 0);
        json.WriteStartArray("k");
        foreach (var (at, color) in stops) Write([Math.Round((decimal)at, 3), Share(color.R), Share(color.G), Share(color.B)]);
        if (stops.Any(stop => stop.Color.A < 255))
        {
            foreach (var (at, color) in stops) Write([Math.Round((decimal)at, 3), Share(color.A)]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();

        void Write(ReadOnlySpan<decimal> numbers)
        {
            foreach (var number in numbers) json.WriteNumberValue(number);
        }
    }

    private static void WriteNoTransform(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ty", "tr");
        json.WriteValue("p", 0, 0);
        json.WriteValue("a", 0, 0);
        json.WriteValue("s", 100, 100);
        json.WriteValue("r", 0);
        json.WriteValue("o", 100);
        json.WriteEndObject();
    }

    private static decimal Share(byte channel) => Math.Round(channel / 255m, 4);

    private static bool Near(Point a, Point b) => Math.Abs(a.X - b.X) < 0.01f && Math.Abs(a.Y - b.Y) < 0.01f;
}
